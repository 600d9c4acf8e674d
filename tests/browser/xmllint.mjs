// Validates an XML file against a schema: node xmllint.mjs SCHEMA FILE
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const [schema, file] = process.argv.slice(2);
const result = await validateXML({
  xml: [{ fileName: 'file.xml', contents: readFileSync(file, 'utf8') }],
  schema: [readFileSync(schema, 'utf8')],
});
if (!result.valid) {
  console.error(result.rawOutput);
  process.exit(1);
}
