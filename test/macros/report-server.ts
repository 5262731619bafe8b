import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { DeviceReport } from '#contract';

/** Takes the reports of devices, as the server of the pages does, and answers them as told. */
export class ReportServer {
  /** Every report taken, oldest first. */
  readonly reports: DeviceReport[] = [];
  /** Credentials of the last request. */
  authorization: string | undefined;
  requests = 0;
  mostAtOnce = 0;
  /** What the next requests get. */
  status = 204;
  private atOnce = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ReportServer> {
    const server = createServer();
    const reports = new ReportServer(server);
    server.on('request', async (request, response) => {
      reports.requests += 1;
      reports.atOnce += 1;
      reports.mostAtOnce = Math.max(reports.mostAtOnce, reports.atOnce);
      reports.authorization = request.headers.authorization;
      const body = await text(request);
      if (reports.status === 204) reports.reports.push(JSON.parse(body));
      reports.atOnce -= 1;
      response.writeHead(reports.status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return reports;
  }

  /** As `page-opened` names it. */
  target(token = 'report-token') {
    const { port } = this.server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/views/report`, token };
  }

  get last(): DeviceReport | undefined {
    return this.reports.at(-1);
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}
