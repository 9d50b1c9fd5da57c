// A NestJS application that answers with a document of the store and does nothing else.
import { SqliteDocumentStore } from '@annals/store-sqlite';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { join } from 'node:path';

const documents = new SqliteDocumentStore({ file: join(process.env.DATA_DIR, 'views.db') });
const collection = await documents.served('customer-file');

class Documents {
  async one(id) {
    const [found] = await documents.get(collection, [id]);
    return found.body;
  }
}
class Peer {}

Get(':id')(Documents.prototype, 'one', Object.getOwnPropertyDescriptor(Documents.prototype, 'one'));
Param('id')(Documents.prototype, 'one', 0);
Controller('v1/customers')(Documents);
Module({ controllers: [Documents] })(Peer);

const app = await NestFactory.create(Peer, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
console.log(await app.getUrl());
