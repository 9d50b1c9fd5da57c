import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { Section } from '../../design/section.js';
import type { components } from '../../generated/api.js';
import { useFactWords } from './fact-words.js';
import { useLeadsTexts } from './texts.js';

type Lead = components['schemas']['NamedLead'];

const useProbability = (leadId: string) =>
  useQuery({
    queryKey: ['probability of lead', leadId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/leads/{leadId}/probability', { params: { path: { leadId } }, signal })),
    retry: false,
  }).data;

/** The score of a lead by the rules, and its probability by what became of other leads, each with its evidence. */
export const Evidence = ({ lead }: { readonly lead: Lead }) => {
  const [t, say] = [useLeadsTexts(), useFactWords()];
  return (
    <Section title={t('score')}>
      <h3 className="small">
        {t('rules')}: {t('points', { points: lead.score })}
      </h3>
      <ul className="small">
        {lead.evidence.map(({ fact, value, points }) => (
          <li key={`${fact} ${value}`}>
            {say(fact, value)} · {points > 0 ? `+${points}` : points}
          </li>
        ))}
      </ul>
      <Probability leadId={lead.leadId} />
    </Section>
  );
};

const Probability = ({ leadId }: { readonly leadId: string }) => {
  const [t, say, known] = [useLeadsTexts(), useFactWords(), useProbability(leadId)];
  if (!known) return null;
  const { probability, evidence } = known;
  return (
    <>
      <h3 className="small">
        {t('probability')}:{' '}
        {probability === null ? t('unknown') : t('probable', { percent: Math.round(probability * 100) })}
      </h3>
      <ul className="small">
        {evidence.map(({ field, value, converted, disqualified, ratio }) => (
          <li key={`${field} ${value}`}>
            {say(field, value)} · × {ratio} · {t('counts', { converted, disqualified })}
          </li>
        ))}
      </ul>
    </>
  );
};
