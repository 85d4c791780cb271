-- What organisations choose to let each other see.

-- Organisations that see each other's levels.
CREATE TABLE networks (
    id         UUID NOT NULL PRIMARY KEY,
    name       TEXT COLLATE "C" NOT NULL,
    sort_key   BYTEA NOT NULL, -- what names are ordered by, Swedish order
    purpose    TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);

-- Who sees and is seen. The one that has been there longest looks after the network.
CREATE TABLE network_members (
    network      UUID NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    joined_at    BIGINT NOT NULL,
    PRIMARY KEY (network, organisation)
);

CREATE INDEX network_members_by_organisation ON network_members (organisation);

-- The latest invitation of an organisation to a network, and what became of it.
CREATE TABLE network_invitations (
    network      UUID NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    created_at   BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    outcome      TEXT COLLATE "C", -- accepted, declined, withdrawn; none: not answered
    answered_at  BIGINT,
    PRIMARY KEY (network, organisation)
);

CREATE INDEX network_invitations_by_organisation ON network_invitations (organisation);

-- Organisations that offer to tell how they work towards a goal, and show their level on it.
CREATE TABLE partner_offers (
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    goal         TEXT COLLATE "C" NOT NULL,
    about        TEXT COLLATE "C" NOT NULL,
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (organisation, goal)
);
