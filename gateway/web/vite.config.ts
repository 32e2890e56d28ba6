import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mockPlatform } from './dev/mockPlatform.ts';

/** `npm run dev` speaks to a synthetic platform in the dev server; with PLATFORM=http://localhost:8080 it speaks to a running one. */
const platform = process.env.PLATFORM;
const proxied = ['/api', '/auth', '/health', '/dev/clock', '/dev/mail', '/dev/users', '/openapi'];

export default defineConfig({
  plugins: [react(), ...(platform ? [] : [mockPlatform()])],
  server: platform ? { proxy: Object.fromEntries(proxied.map((path) => [path, platform])) } : {},
  build: {
    outDir: '../Gateway/wwwroot',
    emptyOutDir: true,
    manifest: true,
    // Small files are files too: the content security policy allows scripts from the server alone.
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What every page needs is one file: many small ones compress worse.
        codeSplitting: { groups: [{ name: 'base', test: /node_modules.(react|react-dom|scheduler|react-router|i18next|react-i18next|openapi-fetch|@mantine.core.esm.(core|components.(Button|Checkbox|TextInput|Input|InputBase|NativeSelect|Loader|Transition|Title|Text)))./ }] },
      },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
