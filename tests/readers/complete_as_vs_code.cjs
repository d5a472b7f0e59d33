// Say what VS Code would offer at the cursor, which is the mark | in the text.
// Input: {"schemas": [{uri, schema}, …], "text": string}; output: a list of labels.
"use strict";
const { getLanguageService, TextDocument } = require("vscode-json-languageservice");

const { schemas, text } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const service = getLanguageService({});
service.configure({ schemas });
const document = TextDocument.create("file:///meeting.json", "json", 1, text.replace("|", ""));
const parsed = service.parseJSONDocument(document);
service.doComplete(document, document.positionAt(text.indexOf("|")), parsed).then((found) => {
  process.stdout.write(JSON.stringify(found.items.map((item) => item.label)));
});
