import { collectionOf } from '@annals/event-sourcing';
import { askPage } from '@annals/reading';
import type { PageParts } from '@annals/slice';
import { stateIn, viewsOf, type Viewpoint } from '../past/page-walk.js';
import type { CourseStep, PartCourse } from './report.js';
import type { RuleWorld } from './rule-world.js';

type Fields = Readonly<Record<string, unknown>>;

/** What of parts of the page is so in a world. */
export const stateOf = (
  world: RuleWorld,
  parts: PageParts,
  { customerId, masked, isAllowed }: Viewpoint,
  today: string,
) => {
  const { reads, answer } = askPage(parts, { today, isAllowed });
  const {
    revision: _,
    customerId: __,
    ...state
  } = stateIn(answer(customerId, world.views.read(reads.of(customerId)), masked));
  return state as Fields;
};

/** The parts of the page that are computed with settings that differ. */
export const partsThatDiffer = (real: PageParts, under: PageParts): readonly string[] =>
  Object.keys(real).filter((name) => collectionsOf(real[name]!) !== collectionsOf(under[name]!));

const collectionsOf = ({ part }: PageParts[string]) => viewsOf(part).map(collectionOf).join();

/** Follows one part in two worlds. */
export class Course {
  private readonly steps: CourseStep[] = [];
  private last = '[{},{}]';

  constructor(
    private readonly part: string,
    private readonly of: Viewpoint,
  ) {}

  look(real: RuleWorld, under: RuleWorld, at: Pick<CourseStep, 'position' | 'occurredAt'>, today: string): void {
    const [recorded, would] = [real, under].map((world) => {
      const { [this.part]: part } = world.catalogue.page;
      return stateOf(world, { [this.part]: part! }, this.of, today);
    }) as [Fields, Fields];
    const text = JSON.stringify([recorded, would]);
    const wasSame = isSame(this.last);
    if (text !== this.last && !(wasSame && isSame(text))) this.steps.push({ ...at, recorded, would });
    this.last = text;
  }

  get told(): PartCourse {
    return { part: this.part, steps: this.steps };
  }
}

const isSame = (pair: string) => {
  const [one, other] = JSON.parse(pair) as [unknown, unknown];
  return JSON.stringify(one) === JSON.stringify(other);
};
