import { anyLogOf, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { NoticeDone, NoticeLeft, noticeBoard, noticeTags, NoticeTaken } from '../test/notices.js';

const about = { noticeId: fc.constantFrom('n-1', 'n-2'), customerId: fc.constant('u-1') };
const tags = fc.subarray(['call', 'visit']);
const left = fc
  .record({ ...about, subject: fc.constantFrom('a', 'b'), urgency: fc.constantFrom(1, 2, 3), tags, loud: fc.boolean() })
  .map((data) => NoticeLeft.event(data));
const taken = fc.record({ ...about, by: fc.constant({ id: 'ann' }) }).map((data) => NoticeTaken.event(data));
const done = fc.record(about).map((data) => NoticeDone.event(data));

const contracts = [NoticeLeft, NoticeTaken, NoticeDone];

describe('a board of notices', () => viewContract(noticeBoard, contracts, anyLogOf(fc.oneof(left, taken, done))));
describe('tags of notices', () => viewContract(noticeTags, contracts, anyLogOf(left)));
