package org.greenaudit.purchase;

/** What a feed row became: a {@link PurchaseLine} or a {@link Rejection}. Every row becomes one of them. */
public sealed interface Parsed permits PurchaseLine, Rejection {}
