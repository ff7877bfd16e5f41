// Stops with one plain line on a Node that is too old, before TypeScript files give a cryptic error.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Deze bot heeft Node 22.19 of nieuwer nodig; dit is ${process.versions.node} (${process.execPath}). Zet daar een nieuwere neer; in de map van de broncode brengt npm die zelf mee (npm start).`,
  );
  process.exit(1);
}
