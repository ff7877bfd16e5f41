// Exits with one clear line when Node is too old to run the TypeScript files.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Deze bot heeft Node 22.19 of nieuwer nodig; dit is ${process.versions.node} (${process.execPath}). Zet daar een nieuwere neer; in de map van de broncode brengt npm die zelf mee (npm start).`,
  );
  process.exit(1);
}
