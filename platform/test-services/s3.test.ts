import { createS3Objects } from '../src/objects/s3-objects.js';
import { describeObjects } from '../test/objects/objects-contract.js';
import { s3Config } from './config.js';

const config = s3Config();

describeObjects('S3', async () =>
  Promise.resolve(
    createS3Objects({
      url: config.RUZLET_TEST_S3_URL,
      accessKey: config.RUZLET_TEST_S3_ACCESS_KEY,
      secretKey: config.RUZLET_TEST_S3_SECRET_KEY,
      bucket: config.RUZLET_TEST_S3_BUCKET,
    }),
  ),
);
