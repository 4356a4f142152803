/** `npm run lighthouse`: what Lighthouse's mobile profile says of the built site; fails below what Pilah promises. */
import { join } from 'node:path';
import { buildSite } from '../../scripts/build-site.mjs';
import { ROOT } from '../../scripts/run-command.mjs';
import { serveBench } from './bench-site';
import { launchChromium } from './launch-chromium';
import { CATEGORIES, type Category, judgeByLighthouse } from './run-lighthouse';

const LOWEST: Record<Category, number> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

process.exitCode = (await main()) ? 0 : 1;

async function main(): Promise<boolean> {
  if (!buildSite({ isQuiet: true })) return false;
  const site = await serveBench({ '/': join(ROOT, 'dist') });
  const { browser, debuggingPort } = await launchChromium();
  try {
    const results = await judgeByLighthouse(site.url, debuggingPort);
    if (!results) return false;
    for (const category of CATEGORIES) {
      const { score, faults } = results[category];
      const isEnough = score >= LOWEST[category];
      console.log(`${category}: ${score}${isEnough ? '' : `, below ${LOWEST[category]}`}`);
      for (const fault of faults) console.log(`  ${fault}`);
    }
    return CATEGORIES.every((category) => results[category].score >= LOWEST[category]);
  } finally {
    await browser.close();
    site.close();
  }
}
