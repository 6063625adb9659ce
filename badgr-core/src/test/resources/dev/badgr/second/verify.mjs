// Prints a line for each file: its name, and VALID or INVALID as @digitalcredentials/verifier-core has it.
//
// Only the signature and the dates count here: statuses and schemas are on a network, which this runs without.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { verifyCredential } from "@digitalcredentials/verifier-core";

// What the library itself tells on the console is no line of ours.
const print = console.log;
console.log = console.warn = console.error = console.info = () => {};
globalThis.fetch = async () => {
  throw new Error("offline");
};

async function verdict(file) {
  try {
    const credential = JSON.parse(readFileSync(file, "utf8"));
    const result = await verifyCredential({ credential, knownDIDRegistries: [] });
    const passed = (id) => (result.log ?? []).some((line) => line.id === id && line.valid === true);
    return passed("valid_signature") && passed("expiration") ? "VALID" : "INVALID";
  } catch {
    return "INVALID";
  }
}

for (const file of process.argv.slice(2)) {
  print(`${basename(file)} ${await verdict(file)}`);
}
