import { SCORED_FACTS, type ScoreRule } from '@annals/analytics';
import type { Reader } from '@annals/configuration';

const RULE = /^([A-Za-z]+(?:\.[A-Za-z][A-Za-z0-9_-]{0,63})?)=([^=:,]{1,200}):(-?\d{1,3})$/;

/** `source=referral:20`, `has=phone:10`, `attributes.size=large:5`: the points that a lead with this fact gets. */
export const scoreRule: Reader<ScoreRule> = {
  allowed: `a fact with its points such as source=referral:20, where the fact is one of ${SCORED_FACTS.join(', ')} or attributes.<name>`,
  read: (text) => {
    const [, fact = '', value = '', points = ''] = RULE.exec(text) ?? [];
    const isScored = (SCORED_FACTS as readonly string[]).includes(fact) || /^attributes\../.test(fact);
    return isScored ? { fact, value, points: Number(points) } : undefined;
  },
};

/** Points for where a lead comes from, and for what is known of it. */
export const DEFAULT_RULES = [
  ...['source=referral:25', 'source=partner:20', 'source=trade-fair:15', 'source=web-form:10', 'source=phone:10'],
  ...['has=company:10', 'has=phone:10', 'has=email:10', 'has=need:10', 'has=products:10', 'has=budget:15'],
].join(',');
