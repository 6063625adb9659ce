// Issues a credential with libraries that are not ours, as theirs.json beside this: what SecondImplementationTest verifies.
//
// Usage, where package.json is installed: node issue.mjs > theirs.json. Each run makes a new key, so the file is another each time.
import * as Ed25519Multikey from "@digitalcredentials/ed25519-multikey";
import { cryptosuite } from "@digitalcredentials/eddsa-rdfc-2022-cryptosuite";
import { DataIntegrityProof } from "@digitalcredentials/data-integrity";
import * as vc from "@digitalcredentials/vc";
import { securityLoader } from "@digitalcredentials/security-document-loader";

const documentLoader = securityLoader({ fetchRemoteContexts: false }).build();
const key = await Ed25519Multikey.generate();
const did = "did:key:" + key.publicKeyMultibase;
key.id = did + "#" + key.publicKeyMultibase; key.controller = did;
const credential = {
  "@context": ["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
  id: "urn:uuid:5d2c3d0e-4a34-4a0c-8f6b-0f7f6f0c9a01", type: ["VerifiableCredential","OpenBadgeCredential"],
  issuer: { id: did, type: ["Profile"], name: "Mill School" }, validFrom: "2025-09-01T08:00:00Z", name: "Clockmaker",
  credentialSubject: { type: ["AchievementSubject"], id: "mailto:ada@school.example", achievement: { id: "urn:uuid:0f8a4a0e-6a9c-4e1c-9a51-1d9a6fdc1b02", type: ["Achievement"], name: "Clockmaker", description: "Builds clocks.", criteria: { narrative: "Build one that runs for a week." } } } };
const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: "2025-09-01T08:00:00Z" });
const signed = await vc.issue({ credential, suite, documentLoader });
console.log(JSON.stringify(signed, null, 2));
