import type { Page } from '@playwright/test';
import type { Draft } from '#domain/api/draft.ts';
import { suggestionsOf } from '#domain/drafts/facts.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';

/** What is proposed and is not what they mean: the steps to be changed, with the answer. */
export async function wrongProposals(
  page: Page,
  flow: Flow,
  answers: Answers,
): Promise<[string, string][]> {
  const id = await page.evaluate(async (kind) => {
    const got = await fetch('/api/drafts');
    const { drafts } = (await got.json()) as { drafts: { id: string; flow: string }[] };
    return drafts.find((draft) => draft.flow === kind)?.id;
  }, flow.id);
  const draft = (await (await page.request.get(`/api/drafts/${id}`)).json()) as Draft;
  const insureds = draft.insureds?.map((person) => person.id);
  const found = suggestionsOf(flow, draft.answers, draft.known ?? [], {
    today: draft.today,
    insureds,
  });
  return Object.entries(found).flatMap(([field, { value }]): [string, string][] => {
    const step = flow.steps.find((one) => one.ask.includes(field));
    const isWrong = answers[field] !== undefined && answers[field] !== value;
    return step && isWrong ? [[field, step.id]] : [];
  });
}
