// The bundlers that the package is tested with, as data: versions, commands, and what is to be looked at. The project of
// each lies in projects/<name>/, as its own quick start makes it and without any setting for this package.

/**
 * @typedef {object} Bundler
 * @property {string} name of the folder too, unless `folder` is there
 * @property {string} title as its users write it
 * @property {Record<string, string>} packages what is installed; the first one is the bundler
 * @property {Build[]} builds every production build; each begins in a fresh copy of the project
 * @property {Server} [dev] its development server, with its default settings
 * @property {RegExp[]} [ownWarnings] what to look over: warnings that it prints without the package as well
 * @property {Record<string, string>} [env]
 * @property {string} [folder]
 * @property {string} [node] the major of Node that it asks for, where Node 20 is too old for it
 * @property {{ what: string, line: string, without: string[], says: RegExp }} [needs] what it cannot do by default, the
 *   one line that it needs, and what a build without that line says
 */

/**
 * @typedef {object} Build
 * @property {string} name
 * @property {string[]} command
 * @property {string} [output] folder of static files; the first page is `page`
 * @property {string} [page] `index.html` by default
 * @property {boolean} [treeShaking] that it leaves the WebAssembly out where nothing needs it, is tested
 * @property {string} [wasmFile] folder of the output in which the module has to be a file, for runtimes that compile no bytes
 * @property {Server} [server] serves the output where it is not static
 */

/**
 * @typedef {object} Server
 * @property {string[]} command `PORT` stands for a free port
 * @property {string[]} [routes] run on the server and answer the outcome as JSON
 * @property {string} [rendered] what the page says as it comes from the server
 */

const esbuildVariants = [
  { name: 'iife', page: 'script.html', flags: [] },
  { name: 'iife, utf8', page: 'script.html', flags: ['--charset=utf8'] },
  { name: 'esm', page: 'index.html', flags: ['--format=esm'] },
  { name: 'esm, utf8', page: 'index.html', flags: ['--format=esm', '--charset=utf8'] },
]

const nextServer = (command) => ({
  command: ['next', command, '--port', 'PORT'],
  routes: ['node', 'edge'],
  rendered: 'true</p>',
})

const svelteKitServer = (command) => ({
  command,
  routes: ['server'],
  rendered: 'Rendered on the server too: true',
})

/** The page of this test has all modules of the package in one script, which is more than Vite recommends. */
const largeChunk =
  /^\[plugin builtin:vite-reporter\] *\n\(!\) Some chunks are larger than 500 kB[\s\S]*?chunkSizeWarningLimit\.$/gm

const svelteKits = [
  { name: 'sveltekit', packages: { '@sveltejs/kit': '2.70.4', '@sveltejs/adapter-node': '5.5.7' } },
  {
    name: 'sveltekit-3',
    node: '22',
    packages: { '@sveltejs/kit': '3.2.0', '@sveltejs/adapter-node': '6.0.1' },
  },
]

/** @type {Bundler[]} */
export const bundlers = [
  // First, because it takes the longest and two run at a time.
  {
    name: 'next',
    title: 'Next.js',
    packages: { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' },
    env: { NEXT_TELEMETRY_DISABLED: '1' },
    ownWarnings: [/^.*Edge Runtime is deprecated.*$/gm, /^.*Using edge runtime on a page.*$/gm],
    builds: [
      {
        name: 'production',
        command: ['next', 'build'],
        wasmFile: '.next/server',
        server: nextServer('start'),
      },
    ],
    dev: nextServer('dev'),
  },
  {
    name: 'vite',
    title: 'Vite',
    packages: { vite: '8.3.8' },
    ownWarnings: [largeChunk],
    builds: [{ name: 'production', command: ['vite', 'build'], output: 'dist', treeShaking: true }],
    dev: { command: ['vite', '--port', 'PORT', '--strictPort'] },
  },
  {
    name: 'webpack',
    title: 'webpack',
    // The newest webpack-dev-server that runs in Node 20.
    packages: { webpack: '5.112.0', 'webpack-cli': '7.3.1', 'webpack-dev-server': '5.2.7' },
    // The page of this test has all modules of the package in one script, which is more than webpack recommends.
    ownWarnings: [
      /^WARNING in (asset|entrypoint) size limit: [\s\S]*?\n\n/gm,
      /^WARNING in webpack performance recommendations: [\s\S]*?\n\n/gm,
      /compiled with 3 warnings/g,
    ],
    builds: [
      {
        name: 'production',
        command: ['webpack', '--mode', 'production'],
        output: 'dist',
        treeShaking: true,
      },
    ],
    dev: {
      command: ['webpack', 'serve', '--mode', 'development', '--port', 'PORT', '--static', 'dist'],
    },
  },
  {
    name: 'esbuild',
    title: 'esbuild',
    packages: { esbuild: '0.28.2' },
    builds: esbuildVariants.map(({ name, page, flags }) => ({
      name,
      command: ['esbuild', 'src/page.js', '--bundle', '--minify', '--outfile=dist/main.js', ...flags],
      output: 'dist',
      page,
      treeShaking: true,
    })),
  },
  {
    name: 'rollup',
    title: 'Rollup',
    packages: { rollup: '4.68.5', '@rollup/plugin-node-resolve': '16.0.3' },
    needs: {
      what: 'finds no npm package at all by itself',
      line: '--plugin @rollup/plugin-node-resolve',
      without: ['rollup', 'src/page.js', '--file', 'dist/main.js', '--format', 'es'],
      says: /Unresolved dependencies[\s\S]*seam-edge/,
    },
    builds: ['es', 'iife'].map((format) => ({
      name: format,
      command: [
        'rollup',
        'src/page.js',
        '--file',
        'dist/main.js',
        '--format',
        format,
        '--plugin',
        '@rollup/plugin-node-resolve',
      ],
      output: 'dist',
      page: format === 'es' ? 'index.html' : 'script.html',
      treeShaking: true,
    })),
  },
  {
    name: 'parcel',
    title: 'Parcel',
    // Does not read `exports` of a package.json by default: it finds index.js because that is where and how it is called.
    packages: { parcel: '2.16.4' },
    builds: [{ name: 'production', command: ['parcel', 'build'], output: 'dist', treeShaking: true }],
    dev: { command: ['parcel', '--port', 'PORT'] },
  },
  ...svelteKits.map(({ packages, ...others }) => ({
    ...others,
    title: 'SvelteKit',
    folder: 'sveltekit',
    ownWarnings: [largeChunk],
    packages: {
      ...packages,
      '@sveltejs/vite-plugin-svelte': '7.3.1',
      svelte: '5.57.3',
      vite: '8.3.8',
    },
    builds: [{ name: 'production', command: ['vite', 'build'], server: svelteKitServer(['node', 'build']) }],
    dev: svelteKitServer(['vite', 'dev', '--port', 'PORT', '--strictPort']),
  })),
]
