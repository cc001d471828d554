import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const OUT = process.env.BUILD_FOLDER ?? '../../.svelte-kit/bare';

// The least that the framework can be asked for: one page without a script, without a load and without a hook.
export default defineConfig({
  plugins: [sveltekit({ adapter: adapter({ out: `${OUT}/build` }), outDir: `${OUT}/kit` })],
});
