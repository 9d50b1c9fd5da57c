// The raw get of peer.get.mjs with the authentication, rights, limits, headers and metrics of Annals.
import { startProcess } from '@annals/composition';
import { Needs } from '@annals/http';
import { Controller, Get, Module, Param } from '@nestjs/common';

const rawGet = ({ documents }) => {
  let collection;
  class Documents {
    async one(id) {
      collection ??= await documents.served('customer-file');
      const [found] = await documents.get(collection, [id]);
      return found.body;
    }
  }
  class Raw {}
  const route = Object.getOwnPropertyDescriptor(Documents.prototype, 'one');
  Get(':customerId')(Documents.prototype, 'one', route);
  Needs('customers.read')(Documents.prototype, 'one', route);
  Param('customerId')(Documents.prototype, 'one', 0);
  Controller('v1/customers')(Documents);
  Module({ controllers: [Documents] })(Raw);
  return Raw;
};

const { app } = await startProcess((engine) => ({ modules: [rawGet(engine)] }));
console.log(await app.getUrl());
