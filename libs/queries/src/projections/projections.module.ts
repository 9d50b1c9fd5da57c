import { Module } from '@nestjs/common';
import { ProjectionsController } from './projections.controller.js';
import { Projections } from './projections.js';

/** The process that imports it runs a `ProjectionRunner` and a `PolicyRunner`, and provides it with its `EventStore`, `ViewStore` and `RecordStore`. */
@Module({ controllers: [ProjectionsController], providers: [Projections] })
export class ProjectionsModule {}
