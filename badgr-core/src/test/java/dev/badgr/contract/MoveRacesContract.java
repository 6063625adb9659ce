package dev.badgr.contract;

/** Moves that race. */
public abstract class MoveRacesContract extends MovesContractBase {}
