"""The download engine under faults of the network, of the disk, and under kill -9."""
