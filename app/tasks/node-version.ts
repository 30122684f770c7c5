// Imported first by every entry: with an older Node, better-sqlite3 ends the process without a word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 22)) {
  console.error(`Passerelle runs on Node 22.22 or newer; this is ${process.version}. Use npm run.`)
  process.exit(1)
}
