/** `npm run build`. */
import { buildSite } from './build-site.mjs';

process.exit(buildSite({ isQuiet: process.argv.includes('--quiet') }) ? 0 : 1);
