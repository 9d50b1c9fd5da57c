import { readFileSync } from 'node:fs';

const folder = `${import.meta.dirname}/tls`;

/** A certificate for `localhost`, and the option of a connection string that trusts it. */
export const tls = { cert: readFileSync(`${folder}/cert.pem`, 'utf8'), key: readFileSync(`${folder}/key.pem`, 'utf8') };
export const trusted = `tlsCAFile=${encodeURIComponent(`${folder}/cert.pem`)}`;
