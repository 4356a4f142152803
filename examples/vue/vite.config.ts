/** Nothing in it is about Pilah but one line, which the development server alone needs. */
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [vue()],
  // Else `vite dev` would bundle the package ahead, and look for its worker and model beside the bundle.
  optimizeDeps: { exclude: ['pilah'] },
});
