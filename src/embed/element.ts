/** `import 'pilah/element'` makes `<pilah-classifier>` known to the page. Nothing is downloaded until there is a photo. */
import { PilahClassifier } from './element/pilah-classifier';

export { PilahClassifier };

if (!customElements.get('pilah-classifier')) {
  customElements.define('pilah-classifier', PilahClassifier);
}

declare global {
  interface HTMLElementTagNameMap {
    'pilah-classifier': PilahClassifier;
  }
}
