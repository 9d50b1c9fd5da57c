import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import serverfeatures from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { randomUUID } from 'node:crypto';
import type { Traits } from './versions.js';

export type Member = { readonly host: string; readonly port: number; readonly isLeader: boolean };

/** The supported features of a server; in lower case, as the real one reports them. */
export const features = (version: string, { batches }: Pick<Traits, 'batches'>) => {
  const services = Object.values(StreamsService).filter((service) => batches || service !== StreamsService.batchAppend);
  const methods = services.map(({ path }: { readonly path: string }) => {
    const [, service, name] = path.toLowerCase().split('/');
    const method = new serverfeatures.SupportedMethod();
    method.setServiceName(service!);
    method.setMethodName(name!);
    return method;
  });
  const supported = new serverfeatures.SupportedMethods();
  supported.setEventStoreServerVersion(version);
  supported.setMethodsList(methods);
  return supported;
};

/** The members of a cluster as reported by gossip. */
export const clusterInfo = (members: readonly Member[]) => {
  const { FOLLOWER, LEADER } = gossip.MemberInfo.VNodeState;
  const info = new gossip.ClusterInfo();
  info.setMembersList(
    members.map(({ host, port, isLeader }) => {
      const endpoint = new gossip.EndPoint();
      endpoint.setAddress(host);
      endpoint.setPort(port);
      const id = new shared.UUID();
      id.setString(randomUUID());
      const member = new gossip.MemberInfo();
      member.setInstanceId(id);
      member.setTimeStamp('0');
      member.setState(isLeader ? LEADER : FOLLOWER);
      member.setIsAlive(true);
      member.setHttpEndPoint(endpoint);
      return member;
    }),
  );
  return info;
};
