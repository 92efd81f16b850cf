import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    proxy: {
      '/api': { target: api, ws: true, changeOrigin: false },
      '/health': { target: api },
    },
  },
  build: {
    target: 'es2022',
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    // The content security policy names no data: source for scripts or styles, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Monaco, loaded by the lab page alone, is the only chunk above the default.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      treeshake: {
        // Schemas are pure declarations: what a page does not name of the contracts does not travel with it.
        moduleSideEffects: (id) => !id.includes('/libs/contracts/'),
      },
    },
  },
});
