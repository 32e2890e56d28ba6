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
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
