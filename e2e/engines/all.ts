/** The other two engines, each opened once for a file of tests. */
import { findFirefox, findWebkit } from '../../scripts/find-engines.mjs';
import { openFirefox } from './firefox';
import { openWebkit } from './webkit';

export const ENGINES = [
  { engine: 'Firefox', openTab: () => openFirefox(needed(findFirefox())), hasCamera: true },
  { engine: 'WebKit', openTab: () => openWebkit(needed(findWebkit())), hasCamera: false },
];

function needed<Found>(found: Found | undefined): Found {
  if (!found) throw new Error('not installed, and `npm test` could not: see docs/browsers.md');
  return found;
}
