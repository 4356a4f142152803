/**
 * How end-to-end tests run: the built site in dist/, served as a static host would, in one installed Chromium;
 * engines.spec.ts and engines-faults.spec.ts start the others themselves.
 */
import { defineConfig } from '@playwright/test';
import { freePort } from './e2e/free-port';
import { findChromium } from './scripts/find-chromium.mjs';

/** Playwright reads this file once more in each worker, which inherits the choice of the first reading. */
process.env.PILAH_TEST_PORT ??= String(await freePort());
const PORT = process.env.PILAH_TEST_PORT;
const ORIGIN = `http://localhost:${PORT}`;
const executablePath = await findChromium();

const quiet = ['--no-sandbox', '--disable-background-networking'];
/** Two cameras with a moving test picture. */
const fakeCameras = ['--use-fake-device-for-media-stream=device-count=2'];
/** WebGL drawn on the CPU: the one kind of WebGL that every machine has. */
const softwareWebgl = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

const softwareWebgpu = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
];

/** Twice the usual 16. */
const largeLetters = ['--blink-settings=defaultFontSize=32'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/end-to-end',
  reporter: [['list'], ['json', { outputFile: 'test-results/end-to-end.json' }]],
  forbidOnly: Boolean(process.env.CI),
  // The network takes a core for each page that runs it, and two cores are all that CI has.
  workers: 2,
  // Six hundred tests start browsers beside one another: one that fails once and then passes is listed as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: ORIGIN,
    locale: 'id-ID',
    // It would answer in place of what a test lets the network say; visitor-test.ts opens browsers that have it.
    serviceWorkers: 'block',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...quiet, ...fakeCameras],
    },
  },
  projects: [
    {
      name: 'page',
      testIgnore: [
        'webgl.spec.ts',
        'webgpu.spec.ts',
        'large-letters.spec.ts',
        'session.spec.ts',
        'history-size.spec.ts',
        'fuzz.spec.ts',
        'packages/**',
      ],
    },
    {
      name: 'packages',
      testMatch: 'packages/*.spec.ts',
      // Each example is installed and built first, and pages with two networks share two cores.
      timeout: 240_000,
      expect: { timeout: 45_000 },
    },
    {
      name: 'large-letters',
      testMatch: 'large-letters.spec.ts',
      use: {
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: [...quiet, ...largeLetters],
        },
      },
    },
    {
      name: 'fuzz',
      testMatch: 'fuzz.spec.ts',
    },
    {
      name: 'webgl',
      testMatch: 'webgl.spec.ts',
      timeout: 600_000,
      use: {
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: [...quiet, ...softwareWebgl],
        },
      },
    },
    {
      name: 'webgpu',
      testMatch: 'webgpu.spec.ts',
      timeout: 600_000,
      use: {
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: [...quiet, ...softwareWebgpu],
        },
      },
    },
    {
      name: 'session',
      // Those that time the page or weigh it: nothing runs beside them.
      testMatch: ['session.spec.ts', 'history-size.spec.ts'],
      dependencies: ['page', 'packages', 'large-letters', 'fuzz', 'webgl', 'webgpu'],
      workers: 1,
      // Another program may hold the page up once; what the page does by itself it does each time.
      retries: 2,
    },
  ],
  webServer: {
    command: 'node scripts/serve.mjs',
    url: ORIGIN,
    env: { PORT },
    stdout: 'ignore',
  },
});
