// An S3 server over a folder: versitygw, built from the Go module proxy. It stands where compose.yaml has MinIO.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf } from './compose-file.mjs';
import { goProgram } from './go.mjs';
import { accepts } from './processes.mjs';
import { packageOf, versions } from './settings.mjs';

const { Client } = packageOf('platform', 'minio');

/** What the tests of the S3 driver use. */
export const testBucket = 'ruzlet-test';

export function s3Service(settings, services) {
  const port = settings.port('minio');
  const folder = join(settings.data, 'minio');
  const { MINIO_ROOT_USER: accessKey, MINIO_ROOT_PASSWORD: secretKey } = environmentOf(services.minio);
  let program;
  return {
    name: 'minio',
    title: 'S3 (versitygw)',
    port,
    async install() {
      program = await goProgram(settings, 'github.com/versity/versitygw/cmd/versitygw', versions.versitygw);
      mkdirSync(folder, { recursive: true });
    },
    start: () => ({
      command: program,
      args: ['--port', `127.0.0.1:${port}`, 'posix', folder],
      env: { ROOT_ACCESS_KEY: accessKey, ROOT_SECRET_KEY: secretKey },
    }),
    ready: () => accepts(port),
    async afterReady() {
      const client = new Client({
        endPoint: '127.0.0.1',
        port,
        useSSL: false,
        accessKey,
        secretKey,
        region: 'us-east-1',
      });
      if (!(await client.bucketExists(testBucket))) await client.makeBucket(testBucket, 'us-east-1');
    },
  };
}
