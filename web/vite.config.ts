import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://127.0.0.1:3000';

// Nothing is inlined into the page (no data: images, no inline scripts): the content security policy allows files of our own origin only.
export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': api } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules\/(recharts|d3-|victory-vendor|@reduxjs|redux|react-redux|immer|reselect|es-toolkit|decimal\.js-light)/, priority: 3 },
            { name: 'design', test: /node_modules\/(@mantine|@floating-ui|react-remove-scroll|react-textarea-autosize|react-number-format|clsx)/, priority: 2 },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next)\//, priority: 1 },
          ],
        },
      },
    },
  },
});
