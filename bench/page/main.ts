/** The bench as everybody's device opens it: our engine and tfjs. bench/peers/main.ts is the one with all libraries. */
import { allowOwnScripts } from '../../src/domain/own-scripts';
import { ownEngines } from './engine-catalogue';
import { openBench } from './open-bench';
import { thisDevice } from './this-device';

allowOwnScripts(window);
openBench({
  engines: ownEngines(thisDevice()),
  site: { root: new URL('../', document.baseURI) },
  note: 'Here are our own engine and TensorFlow.js. The other libraries need model files of 60 MB each that are not part of the site: `npm run bench` on a computer makes them and measures all.',
});
