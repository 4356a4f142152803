/** The content policy: nothing that Pilah does is refused by it, and everything that an intruder would do is. */
import { type BrowserContext, expect, test as plainTest } from '@playwright/test';
import { samplePath } from './photos';
import { openPilah } from './pilah-page';
import { test } from './pilah-test';
import { watchPolicy } from './policy-watch';

const LISTENERS = ['engine-helper', 'main', 'photo-reader'].map((name) => `listening in ${name}`);
/** Never asked: a policy that lets it through fails the test before the network is. */
const ELSEWHERE = 'https://elsewhere.example';

test('a whole session breaks no policy, neither in the page nor in its workers', async ({
  page,
  baseURL,
}) => {
  await page.context().grantPermissions(['camera', 'clipboard-read', 'clipboard-write']);
  await using policy = await watchPolicy(page, String(baseURL));
  const pilah = await openPilah(page, policy.url);
  await pilah.ready();
  await pilah.sort(samplePath('battery-1.jpg'));
  await pilah.card.locator('summary').first().click();
  await expect(pilah.card.getByRole('slider')).toBeVisible();
  const saved = page.waitForEvent('download');
  await pilah.card.getByRole('button', { name: 'Simpan sebagai gambar' }).click();
  await saved;

  await page.getByRole('button', { name: 'Kamera', exact: true }).click();
  await page.getByRole('button', { name: 'Ambil fotonya' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await pilah.chooser.setInputFiles(['glass-1.jpg', 'metal-1.jpg'].map(samplePath));
  await pilah.classifyButton.first().click();
  await expect(page.getByText(/^Selesai: . dari .$/)).toHaveText(/^Selesai: (.) dari \1$/);

  await page.getByRole('button', { name: 'English' }).click();
  for (const [link, heading] of [
    ['Guide', 'A guide to nine kinds of waste'],
    ['Model', 'How often is Pilah right?'],
  ] as const) {
    await page.getByRole('link', { name: link }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  }
  // The plots, which come with a style sheet of their own.
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(3);
  expect(await policy.heard()).toEqual(LISTENERS);
});

plainTest(
  'what would run code from outside, or send a photo away, is refused in the page',
  async ({ context, page, baseURL }) => {
    const sent = await requestsElsewhere(context);
    await using policy = await watchPolicy(page, String(baseURL));
    // As if somebody had got words of their own into the HTML.
    await page.route(policy.url, async (route) => {
      const response = await route.fetch();
      const words = `<script>window.intruded = 'script'</script>
      <img src="icons/none.svg" onerror="window.intruded = 'attribute'">
      <base href="${ELSEWHERE}">`;
      const body = (await response.text()).replace('</head>', `</head>${words}`);
      await route.fulfill({ response, body });
    });
    await page.goto(policy.url);
    await expect(page.getByRole('button').first()).toBeVisible();
    expect(await page.evaluate('window.intruded')).toBeUndefined();

    const outcomes = await page.evaluate(async (elsewhere) => {
      const attempts: Record<string, () => unknown> = {
        // biome-ignore lint/security/noGlobalEval: it is to be refused
        eval: () => window.eval('1'),
        'innerHTML of text': () => {
          document.createElement('p').innerHTML = '<b>x</b>';
        },
        'a script from text': () => {
          document.createElement('script').text = 'window.intruded = 1';
        },
        'a policy of its own': () =>
          (
            window as unknown as {
              trustedTypes: { createPolicy(name: string, rules: object): void };
            }
          ).trustedTypes.createPolicy('intruder', {}),
        'a script from elsewhere': () => {
          document.createElement('script').src = `${elsewhere}/x.js`;
        },
        'a worker from text': () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
        'a request elsewhere': () => fetch(`${elsewhere}/photo`, { method: 'POST', body: 'photo' }),
        'a socket elsewhere': () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(elsewhere.replace('https', 'wss'));
            socket.onopen = resolve;
            socket.onerror = () => reject(new Error('closed'));
          }),
        'a picture from elsewhere': () =>
          new Promise((resolve, reject) => {
            const picture = new Image();
            picture.onload = resolve;
            picture.onerror = () => reject(new Error('no picture'));
            picture.src = `${elsewhere}/photo.png`;
          }),
      };
      const outcomes: Record<string, string> = {};
      for (const [name, attempt] of Object.entries(attempts)) {
        // A task of the page's own: what is evaluated from outside may do more than the page.
        outcomes[name] = await new Promise((resolve) =>
          setTimeout(async () => {
            try {
              await attempt();
              resolve('done');
            } catch {
              resolve('refused');
            }
          }),
        );
      }
      return outcomes;
    }, ELSEWHERE);
    expect(outcomes).toEqual(
      Object.fromEntries(Object.keys(outcomes).map((name) => [name, 'refused'])),
    );
    expect(Object.keys(outcomes)).toHaveLength(9);
    const heard = (await policy.heard()).join('\n');
    for (const part of [
      'script-src-elem inline',
      'script-src-attr inline',
      'base-uri',
      'require-trusted-types-for trusted-types-sink',
      'trusted-types trusted-types-policy',
      `connect-src ${ELSEWHERE}/photo`,
      'connect-src wss://elsewhere.example',
      `img-src ${ELSEWHERE}/photo.png`,
    ]) {
      expect.soft(heard).toContain(part);
    }
    expect(sent).toEqual([]);
  },
);

plainTest('a worker may do no more than the page', async ({ context, page, baseURL }) => {
  const sent = await requestsElsewhere(context);
  await using policy = await watchPolicy(
    page,
    String(baseURL),
    `const tell = (words) => new BroadcastChannel('policy').postMessage(words);
    for (const [name, attempt] of Object.entries({
      'eval': async () => (0, eval)('1'),
      'a request elsewhere': () => fetch('${ELSEWHERE}/photo', { method: 'POST', body: 'photo' }),
      'a module from elsewhere': () => import('${ELSEWHERE}/x.js'),
      'a worker from text': async () => new Worker(URL.createObjectURL(new Blob(['1']))),
    })) attempt().then(() => tell(name + ': done'), () => tell(name + ': refused'))`,
  );
  await page.goto(policy.url);
  const ofAttempts = async () =>
    (await policy.heard()).filter((words) => /: (done|refused)$/.test(words)).sort();
  await expect
    .poll(ofAttempts)
    .toEqual([
      'a module from elsewhere: refused',
      'a request elsewhere: refused',
      'a worker from text: refused',
      'eval: refused',
    ]);
  const heard = (await policy.heard()).join('\n');
  for (const part of [`connect-src ${ELSEWHERE}`, `script-src-elem ${ELSEWHERE}/x.js`]) {
    expect.soft(heard).toContain(part);
  }
  expect(sent).toEqual([]);
});

/** Answers all of them, so that only the policy can refuse them. */
async function requestsElsewhere(context: BrowserContext): Promise<string[]> {
  const sent: string[] = [];
  await context.route(`${ELSEWHERE}/**`, (route) => {
    sent.push(route.request().url());
    return route.fulfill({ body: '', headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  return sent;
}
