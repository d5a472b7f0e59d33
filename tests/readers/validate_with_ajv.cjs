// Compile JSON Schemas in ajv's strict mode and say of each document on standard input what is wrong with it.
// Input: {"schemas": {name: schema}, "documents": [[name, document], …]}; output: a list of lists of [path, message].
"use strict";
const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;

const { schemas, documents } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true });
addFormats(ajv);
const validators = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
const found = documents.map(([name, document]) =>
  validators[name](document) ? [] : validators[name].errors.map((error) => [error.instancePath, error.message]),
);
process.stdout.write(JSON.stringify(found));
