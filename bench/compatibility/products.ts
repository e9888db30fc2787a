import type { RequestInfo } from '@ruzlet/platform/http/subgraph';

/**
 * The subgraph that Apollo's compatibility suite asks about, on the subgraph server of this repository. The suite sets
 * the schema and what its entities are.
 */

interface Product {
  id: string;
  sku: string;
  package: string;
  variation: { id: string };
  study: { caseNumber: string; description: string };
}

const products: Product[] = [
  {
    id: 'apollo-federation',
    sku: 'federation',
    package: '@apollo/federation',
    variation: { id: 'OSS' },
    study: { caseNumber: '1234', description: 'Federation Study' },
  },
  {
    id: 'apollo-studio',
    sku: 'studio',
    package: '',
    variation: { id: 'platform' },
    study: { caseNumber: '1235', description: 'Studio Study' },
  },
];

const deprecatedProduct = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
};

const author = { email: 'support@apollographql.com', name: 'Jane Smith', totalProductsCreated: 1337 };

type ProductKey = { id: string } | { sku: string; package: string } | { sku: string; variation: { id: string } };

function findProduct(key: ProductKey): Product | null {
  const found = products.find((product) => {
    if ('id' in key) return product.id === key.id;
    if (product.sku !== key.sku) return false;
    return 'package' in key ? product.package === key.package : product.variation.id === key.variation.id;
  });
  return found ?? null;
}

function findDeprecated(key: { sku: string; package: string }): typeof deprecatedProduct | null {
  return key.sku === deprecatedProduct.sku && key.package === deprecatedProduct.package ? deprecatedProduct : null;
}

export const resolvers = {
  Query: {
    product: (_: unknown, { id }: { id: string }) => findProduct({ id }),
    deprecatedProduct: (_: unknown, key: { sku: string; package: string }) => findDeprecated(key),
  },
  Product: {
    __resolveReference: findProduct,
    dimensions: () => ({ size: 'small', weight: 1, unit: 'kg' }),
    createdBy: () => author,
    research: ({ study }: Product) => [{ study }],
  },
  DeprecatedProduct: { __resolveReference: findDeprecated, createdBy: () => author },
  ProductResearch: {
    __resolveReference: ({ study: { caseNumber } }: { study: { caseNumber: string } }) => {
      const found = products.find(({ study }) => study.caseNumber === caseNumber);
      return found ? { study: found.study } : null;
    },
  },
  User: {
    __resolveReference: (user: { email: string; totalProductsCreated?: number; yearsOfEmployment?: number }) => ({
      ...user,
      name: user.email === author.email ? author.name : null,
    }),
    averageProductsCreatedPerYear: (user: { totalProductsCreated: number; yearsOfEmployment: number }) =>
      Math.round(user.totalProductsCreated / user.yearsOfEmployment),
  },
  Inventory: {
    __resolveReference: ({ id }: { id: string }) => ({ id, deprecatedProducts: [deprecatedProduct] }),
  },
};

export const context = (request: RequestInfo): RequestInfo => request;
