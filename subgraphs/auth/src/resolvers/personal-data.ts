import { requireViewer } from '@ruzlet/platform/access/viewer';
import type { DataExportResolvers, MutationResolvers, QueryResolvers } from '../generated/graphql.js';
import { changeUsername } from '../services/change-username.js';
import { exportUrl, findDataExport, requestDataExport, waitingFor } from '../services/data-exports.js';
import { deleteAccount } from '../services/delete-account.js';
import { readDeletionReport } from '../services/deletion-report.js';
import { requestDeletionMail } from '../services/request-deletion-mail.js';

export const DataExport: DataExportResolvers = {
  waitingFor: (one, _args, { services }) => waitingFor(services, one),
  url: (one, _args, { services }) => exportUrl(services, one),
};

export const dataQueries: QueryResolvers = {
  dataExport: (_root, { id }, { services, viewer }) => findDataExport(services, viewer, id),
  deletionReport: (_root, { receiptId }, { services }) => readDeletionReport(services, receiptId),
};

export const dataMutations: MutationResolvers = {
  changeUsername: async (_root, { username }, { services, viewer, accounts }) => {
    await changeUsername(services, viewer, username);
    return accounts.fresh(requireViewer(viewer));
  },
  requestDataExport: (_root, _args, { services, viewer }) => requestDataExport(services, viewer),
  requestAccountDeletionMail: (_root, _args, { services, viewer, device }) =>
    requestDeletionMail(services, device, viewer),
  deleteAccount: (_root, args, { services, viewer }) => deleteAccount(services, viewer, args),
};
