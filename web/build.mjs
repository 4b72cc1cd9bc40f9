// Makes the scripts of the desk from src/: the same sources and lock file, the same bytes.
import {readFileSync, readdirSync, writeFileSync, mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url)), out = process.argv[2] || join(here, '../generator/desk/static')
mkdirSync(out, {recursive: true})
const made = await build({
  absWorkingDir: here, entryPoints: ['src/page.js', 'src/text.js'], outdir: out, bundle: true, minify: true, format: 'iife',
  target: 'es2022', charset: 'utf8', legalComments: 'none', metafile: true,
})
const packages = new Set(Object.keys(made.metafile.inputs).map(path => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean))
const licences = [...packages].sort().map(name => {
  const folder = join(here, 'node_modules', name), {version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each))
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
})
writeFileSync(join(out, 'LICENSES.txt'), licences.join(`\n${'-'.repeat(72)}\n\n`))
