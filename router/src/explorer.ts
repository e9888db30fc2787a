import type { ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';

/**
 * The explorer page, GraphiQL with all its parts in one file, so that it works without the internet. It is large, so it
 * is rendered and compressed when somebody first asks.
 */
export function createExplorerPage(): (response: ServerResponse) => Promise<void> {
  let page: Promise<Buffer> | undefined;
  return async (response) => {
    const body = await (page ??= renderPage());
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': body.length,
      'cache-control': 'public, max-age=3600',
    });
    response.end(body);
  };
}

async function renderPage(): Promise<Buffer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return promisify(gzip)(renderGraphiQL({ title: 'Ruzlet explorer', endpoint: '/graphql', defaultQuery }));
}

export const defaultQuery = `# Ruzlet: the whole graph. Sign in first, then put the token under "Headers":
#   { "Authorization": "Bearer <accessToken>" }
mutation SignIn {
  login(input: { email: "learner@example.com", password: "" }) {
    ... on AuthPayload {
      accessToken
      expiresAt
    }
  }
}

query Me {
  me {
    username
    learning {
      reviews
      streak {
        current
      }
    }
  }
  myDecks(first: 5) {
    edges {
      node {
        title
        cardCount
      }
    }
  }
}
`;
