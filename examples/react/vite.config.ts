/** Nothing in it is about Pilah but one line, which the development server alone needs. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Else `vite dev` would bundle the package ahead, and look for its worker and model beside the bundle.
  optimizeDeps: { exclude: ['pilah'] },
});
