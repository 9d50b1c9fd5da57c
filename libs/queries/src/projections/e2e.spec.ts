import { suitesOf } from '@annals/testing';

suitesOf(import.meta.dirname);
