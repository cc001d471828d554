import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const { BUILD_FOLDER = '.svelte-kit/build' } = process.env;

// The least that the framework can be asked for: one page without a script, without a load and without a hook.
export default defineConfig({
  plugins: [sveltekit({ adapter: adapter({ out: BUILD_FOLDER }) })],
});
