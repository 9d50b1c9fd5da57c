import { AccessModule } from '@annals/access';
import { Module } from '@nestjs/common';
import { Imports } from './imports.js';
import { ImportsController } from './imports.controller.js';
import { Tasks } from './tasks.js';

/** What is known of imports. The process provides a `RecordStore` and a `BlobStore`. */
@Module({ imports: [AccessModule], controllers: [ImportsController], providers: [Imports, Tasks] })
export class ImportsModule {}
