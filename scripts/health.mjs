// The image's HEALTHCHECK, which has no curl: exits with 0 when /healthz answers 200 within 2.5 s, else with 1.
import { get } from 'node:http';

const { PORT = '3978' } = process.env;
get({ host: '127.0.0.1', port: PORT, path: '/healthz', timeout: 2_500 }, ({ statusCode }) => {
  process.exit(statusCode === 200 ? 0 : 1);
})
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1));
