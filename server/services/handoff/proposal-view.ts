import type { Proposal } from '#domain/api/conversation.ts';
import type { ProposalRecord } from '../../store/proposals.ts';

export function viewProposal(record: ProposalRecord & { staffName: string }): Proposal {
  return {
    id: record.id,
    draftId: record.draft_id,
    field: record.field,
    value: record.value,
    state: record.state,
    staffName: record.staffName,
    at: new Date(record.at).toISOString(),
  };
}
