/** The bench with all libraries: `npm run bench` builds and serves it, the site does not carry it. */
import { ownEngines } from '../page/engine-catalogue';
import { openBench } from '../page/open-bench';
import { thisDevice } from '../page/this-device';
import { peerEngines } from './peer-engines';

const device = thisDevice();

openBench({
  engines: [...ownEngines(device), ...peerEngines(device)],
  site: { root: new URL('../../', document.baseURI) },
  note: 'All libraries, each with the same float32 weights.',
});
