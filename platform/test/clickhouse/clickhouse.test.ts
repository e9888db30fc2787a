import { openTestClickHouse } from '@ruzlet/testkit/clickhouse';
import { describeClickHouse } from './clickhouse-contract.js';

describeClickHouse('chdb', openTestClickHouse);
