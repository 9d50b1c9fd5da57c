// Creates the replica set and the user of Annals if they do not exist. Runs in mongosh.
const { readFileSync } = require('node:fs');

const secret = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const admin = new Mongo('mongodb://mongodb:27017/?directConnection=true').getDB('admin');
admin.auth('root', secret('mongodb_root_password'));

const isNew = () => {
  try {
    return admin.runCommand({ replSetGetStatus: 1 }).ok !== 1;
  } catch (error) {
    if (error.codeName === 'NotYetInitialized') return true;
    throw error;
  }
};

if (isNew()) {
  admin.runCommand({ replSetInitiate: { _id: 'annals', members: [{ _id: 0, host: 'mongodb:27017' }] } });
}
for (let tries = 0; !admin.hello().isWritablePrimary; tries += 1) {
  if (tries === 60) throw new Error('The replica set has no primary.');
  sleep(1_000);
}

const annals = admin.getSiblingDB('annals');
const given = { pwd: secret('mongodb_password'), roles: [{ role: 'readWrite', db: 'annals' }] };
if (annals.getUser('annals') === null) annals.createUser({ user: 'annals', ...given });
else annals.updateUser('annals', given);
