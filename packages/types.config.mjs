/** Rollup's configuration for the packages' types: one declaration file an entry, with nothing of our folders in it. */
// biome-ignore lint/correctness/noUndeclaredDependencies: it builds, nothing of it ships
import { dts } from 'rollup-plugin-dts';

// biome-ignore lint/style/noDefaultExport: Rollup asks for it
export default {
  input: { pilah: 'src/embed/pilah.ts', element: 'src/embed/element.ts' },
  plugins: [dts({ tsconfig: 'tsconfig.json' })],
  output: { format: 'es', entryFileNames: '[name].d.ts', chunkFileNames: 'pilah.[name].d.ts' },
};
