// The page that docs/site/ opens with: where the guide and the two references are.

const links = [
  [
    'typescript/documents/Getting_started.html',
    'Guide',
    'From npm install to a code that opens a door, and a page for each subject after that.',
  ],
  ['typescript/index.html', 'TypeScript reference', 'Every name that the npm package exports, by import.'],
  [
    'rust/seam_edge/index.html',
    'Rust reference',
    'The crate: its client over your own HTTP, flows, rules and the fake.',
  ],
]

/** The page, as HTML that needs nothing else. */
export const startPage = () => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>seam-edge</title>
<style>
  :root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif }
  body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem }
  li { margin: 1rem 0 }
</style>
</head>
<body>
<h1>seam-edge</h1>
<p>A client for the Seam API that runs the same in browsers, Cloudflare Workers, Deno, Bun and Node.</p>
<ul>
${links.map(([to, name, about]) => `<li><a href="${to}">${name}</a><br>${about}</li>`).join('\n')}
</ul>
</body>
</html>
`
