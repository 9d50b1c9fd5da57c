import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 1_200 },
  // `npx vite apps/console` shows changes at once, beside a server that runs.
  server: { proxy: { '/v1': process.env.ANNALS_URL ?? 'http://127.0.0.1:3000' } },
});
